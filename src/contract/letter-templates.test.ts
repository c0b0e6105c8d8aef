import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LETTER_KINDS } from '../domain/letters/letter-kinds.ts';
import { templateFileSchema } from './letter-templates.ts';

const FOLDER = 'resources/letter-templates';
const SCHEMA = 'letter-template.schema.json';

describe('the templates that ship', () => {
  it('are one of each kind, beside their schema', async () => {
    const files = await readdir(FOLDER);
    expect(files.toSorted()).toEqual(
      [...LETTER_KINDS.map((kind) => `${kind}.json`), SCHEMA].toSorted(),
    );
  });

  it('stand beside the schema that is in force', async () => {
    const written = JSON.parse(await readFile(`${FOLDER}/${SCHEMA}`, 'utf8')) as unknown;
    expect(written).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(templateFileSchema))));
  });
});
