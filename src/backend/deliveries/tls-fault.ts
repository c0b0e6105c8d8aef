/** Whether a connection failed because of the other side's certificate or of its cryptography. */
export function isTlsFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const codes = ['code', 'originalCode'].map((key) => String(Reflect.get(error, key) ?? ''));
  return codes.some((code) => /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|^EPROTO$/u.test(code));
}
