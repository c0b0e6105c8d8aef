import { describe, expect, it } from 'vitest';
import { compareLines, compareWords } from './compare-words.ts';

const line = (text: string, nature = 'paragraph') => ({ nature, text });

describe('comparing two versions', () => {
  it('tells words, and takes a placeholder for one', () => {
    expect(compareWords('نفيدكم في {filedOn} بالقبول', 'نفيدكم في {decideBy} بالقبول')).toEqual([
      { kind: 'same', text: 'نفيدكم في ' },
      { kind: 'removed', text: '{filedOn}' },
      { kind: 'added', text: '{decideBy}' },
      { kind: 'same', text: ' بالقبول' },
    ]);
  });

  it('takes no letter of an Arabic word for a word', () => {
    const changes = compareWords('الشكوى', 'الشكاوى');
    expect(changes.map(({ text }) => text)).toEqual(['الشكوى', 'الشكاوى']);
  });

  it('tells a line that was reworded from one that was put in another’s place', () => {
    const changes = compareLines(
      [line('نفيدكم بقبول الشكوى'), line('ونأسف لذلك'), line('الشهر', 'table')],
      [line('نفيدكم بقبول الاعتراض'), line('والله الموفق', 'note'), line('الشهر', 'table')],
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['changed', 'added', 'removed', 'same']);
  });
});
