import { searchKey } from '../../domain/shared/search-key.ts';

/** Words of `text` that the search found, in any spelling (الحربى finds الحربي), underlined. */
export function Highlighted({ text, search }: { text: string; search: string }) {
  const wanted = searchKey(search).split(' ').filter(Boolean);
  return (
    <bdi>
      {text
        .split(/(\s+)/)
        .map((word, index) =>
          wanted.some((key) => word.trim() !== '' && searchKey(word).includes(key)) ? (
            <mark key={index}>{word}</mark>
          ) : (
            word
          ),
        )}
    </bdi>
  );
}
