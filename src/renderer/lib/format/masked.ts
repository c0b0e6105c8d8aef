/** Ten digits of a national ID or Iqama as lists show them: `******7519`. Already masked values pass through. */
export function maskNationalId(id: string): string {
  return `******${id.slice(-4)}`;
}

/** `SA03 •••• •••• •••• •••• 7519`. */
export function maskIban(iban: string): string {
  const plain = iban.replaceAll(' ', '');
  return `${plain.slice(0, 4)} •••• •••• •••• •••• ${plain.slice(-4)}`;
}

/** Groups of four, as banks print it: `SA03 8000 0000 6080 1016 7519`. */
export function groupIban(iban: string): string {
  return iban.replaceAll(' ', '').replace(/(.{4})(?=.)/g, '$1 ');
}
