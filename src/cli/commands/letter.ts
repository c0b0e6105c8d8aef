import type { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { runCommand, withCommonOptions, type CommonOptions } from '../run-command.ts';

interface LetterOptions extends CommonOptions {
  readonly out: string;
}

export function addLetterCommand(program: Command): void {
  withCommonOptions(program.command('letter'))
    .description('set a letter as PDF from a file that names its template and data')
    .argument(
      '<file>',
      'JSON: {"template":"plain","title":"...","paragraphs":["..."]} or a decision',
    )
    .requiredOption('--out <pdf>', 'the PDF to write')
    .action((file: string, options: LetterOptions) =>
      runCommand(options, async () => {
        const { readLetterFile } = await import('../letter-file.ts');
        const { composeLetter } = await import('../../domain/letters/compose-letter.ts');
        const { createLetterRenderer } = await import('../../backend/letters/letter-renderer.ts');
        const { loadShippedTemplates, shippedTemplate } =
          await import('../../backend/letters/shipped-templates.ts');
        const { resourcesFolder } = await import('../data-folder.ts');
        const { writeWhole } = await import('../write-whole.ts');
        const path = await import('node:path');
        const { createHash } = await import('node:crypto');

        const content = await readLetterFile(file);
        const templates = await loadShippedTemplates(resourcesFolder());
        const letter = composeLetter(content, shippedTemplate(templates, content.template), null);
        const fontsDir = path.join(resourcesFolder(), 'fonts');
        const renderer = await createLetterRenderer({ fontsDir });
        const { bytes, pages, missingCharacters } = await renderer.render(letter);
        await writeWhole(options.out, bytes).catch((error: unknown) => {
          throw new CommandFailure('FILE_NOT_WRITABLE', {
            file: options.out,
            reason: error instanceof Error && 'code' in error ? String(error.code) : 'unknown',
          });
        });
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const json = {
          file: path.resolve(options.out),
          template: content.template,
          pages,
          sizeBytes: bytes.byteLength,
          sha256,
          missingCharacters,
        };
        const missing =
          missingCharacters.length === 0
            ? ''
            : `no face has ${missingCharacters.length} of its characters: ${missingCharacters.join(' ')}\n`;
        return { json, text: `${json.file}\n${pages} page(s), sha256 ${sha256}\n${missing}` };
      }),
    );
}
