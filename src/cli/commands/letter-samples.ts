import type { Command } from 'commander';
import { runCommand, withCommonOptions, type CommonOptions } from '../run-command.ts';

interface SamplesOptions extends CommonOptions {
  readonly out: string;
  readonly digits: 'latin' | 'arabic-indic';
}

/** `insaf letters samples --out DIR`: every template with short, normal and very long data, and sheets to compare them. */
export function addLetterSamplesCommand(letters: Command): void {
  withCommonOptions(letters.command('samples'))
    .description(
      'set every template with short, normal and very long data, and contact sheets of them',
    )
    .requiredOption('--out <dir>', 'the folder to write to')
    .option('--digits <shape>', 'latin or arabic-indic', 'latin')
    .action((options: SamplesOptions) =>
      runCommand(options, async () => {
        const path = await import('node:path');
        const { mkdir, writeFile } = await import('node:fs/promises');
        const { LETTER_KINDS } = await import('../../domain/letters/letter-kinds.ts');
        const { SAMPLE_SIZES } = await import('../../domain/letters/samples/sample-head.ts');
        const { contactSheet } = await import('../../backend/letters/contact-sheet.ts');
        const { sampleSetter } = await import('../set-samples.ts');
        const setSample = await sampleSetter(options.digits);
        await mkdir(options.out, { recursive: true });
        const sheets: string[] = [];
        let count = 0;
        let pageCount = 0;
        const missing = new Set<string>();
        for (const size of SAMPLE_SIZES) {
          const set = [];
          for (const kind of LETTER_KINDS) {
            const { bytes, pages, missingCharacters } = await setSample(kind, size);
            set.push({ name: `${kind} (${size})`, bytes });
            await writeFile(path.join(options.out, `${kind}-${size}.pdf`), bytes);
            count += 1;
            pageCount += pages;
            for (const character of missingCharacters) missing.add(character);
          }
          const sheet = path.join(options.out, `sheet-${size}.pdf`);
          await writeFile(sheet, await contactSheet(set));
          sheets.push(sheet);
        }
        const json = { count, pages: pageCount, sheets, missingCharacters: [...missing] };
        return {
          json,
          text: `${count} letters on ${pageCount} pages\n${sheets.join('\n')}\n`,
          good: missing.size === 0,
        };
      }),
    );
}
