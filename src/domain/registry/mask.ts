/** What lists and search show of a number: enough to tell two apart, too little to use. Whole ones are revealed one by one. */

/** `1080000019` -> `******0019`. */
export function maskNationalId(nationalId: string): string {
  return `******${nationalId.slice(-4)}`;
}

/** `SA0380000000608010167519` -> `SA******7519`: country and last four. */
export function maskIban(iban: string): string {
  return `${iban.slice(0, 2)}******${iban.slice(-4)}`;
}

/** `0551234567` -> `*******567`. */
export function maskPhone(phone: string): string {
  return `*******${phone.slice(-3)}`;
}

/** `sara@example.sa` -> `s******@example.sa`. */
export function maskEmail(email: string): string {
  return `${email.slice(0, 1)}******${email.slice(Math.max(1, email.lastIndexOf('@')))}`;
}
