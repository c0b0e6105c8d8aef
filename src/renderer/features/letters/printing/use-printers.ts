import { useCallback, useEffect, useState } from 'react';
import type { Printer, PrintersFound } from '../../../../contract/printing.ts';
import { bridge } from '../../../lib/bridge.ts';

/** The workstation's printers, and which of them is chosen: remembered, else the system's default, else the first. */
export function usePrinters(): {
  readonly found: PrintersFound | null;
  readonly isFailed: boolean;
  readonly printer: Printer | undefined;
  readonly choose: (name: string) => void;
  readonly refetch: () => void;
} {
  const [found, setFound] = useState<PrintersFound | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const refetch = useCallback(() => {
    setFailed(false);
    bridge.printers().then(setFound, () => setFailed(true));
  }, []);
  useEffect(refetch, [refetch]);
  const printers = found?.printers ?? [];
  const named = (wanted: string | null) => printers.find((printer) => printer.name === wanted);
  const printer =
    named(name) ??
    named(found?.chosen ?? null) ??
    printers.find(({ isDefault }) => isDefault) ??
    printers[0];
  return { found, isFailed, printer, choose: setName, refetch };
}
