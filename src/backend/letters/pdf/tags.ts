import { textString, type PdfObjects, type Reference } from './pdf-objects.ts';

/** Standard structure types (ISO 32000-1, 14.8.4) that letters have. */
export type TagType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

interface Mark {
  /** From 0. */
  readonly page: number;
  readonly number: number;
}

/** A part of the letter as readers aloud go through it. */
export class Tag {
  readonly type: TagType;
  readonly children: Tag[] = [];
  readonly marks: Mark[] = [];
  /** Said instead of a picture. */
  readonly alternative: string | null;

  constructor(type: TagType, alternative: string | null = null) {
    this.type = type;
    this.alternative = alternative;
  }

  /** A part after those that are there. */
  add(type: TagType, alternative: string | null = null): Tag {
    const child = new Tag(type, alternative);
    this.children.push(child);
    return child;
  }
}

/** What is painted but not said: frames, rules, page numbers, repeated headers. */
export const ARTIFACT = 'artifact';
export type Tagged = Tag | typeof ARTIFACT;

/** Writes the structure tree; null of a letter that says nothing. */
export function writeTags(
  root: Tag,
  objects: PdfObjects,
  pages: readonly Reference[],
): Reference | null {
  const references = new Map<Tag, Reference>();
  const reserve = (tag: Tag): boolean => {
    const reference = objects.reserve();
    references.set(tag, reference);
    for (const child of tag.children) if (isSaid(child)) reserve(child);
    return true;
  };
  if (!isSaid(root)) return null;
  const tree = objects.reserve();
  reserve(root);
  const parents: Reference[][] = pages.map(() => []);
  const write = (tag: Tag, parent: Reference): void => {
    const own = referenceOf(references, tag);
    for (const { page, number } of tag.marks) (parents[page] ??= [])[number] = own;
    const kids = tag.children.filter(isSaid);
    objects.set(
      own,
      element(
        tag,
        parent,
        pages,
        kids.map((kid) => referenceOf(references, kid)),
      ),
    );
    for (const kid of kids) write(kid, own);
  };
  write(root, tree);
  const numbers = parents.map((marks, page) => `${page}[${marks.join(' ')}]`).join('');
  objects.set(
    tree,
    `<</Type/StructTreeRoot/K ${referenceOf(references, root)}/ParentTree<</Nums[${numbers}]>>/ParentTreeNextKey ${pages.length}>>`,
  );
  return tree;
}

/** A part without any content, such as an empty paragraph, is left out. */
function isSaid(tag: Tag): boolean {
  return tag.marks.length > 0 || tag.children.some(isSaid);
}

function referenceOf(references: ReadonlyMap<Tag, Reference>, tag: Tag): Reference {
  const reference = references.get(tag);
  if (!reference) throw new Error('A tag outside the tree');
  return reference;
}

function element(
  tag: Tag,
  parent: Reference,
  pages: readonly Reference[],
  kids: readonly Reference[],
): string {
  const page = tag.marks[0]?.page;
  const items: string[] = [...kids];
  for (const mark of tag.marks) {
    items.push(
      mark.page === page
        ? String(mark.number)
        : `<</Type/MCR/Pg ${pages[mark.page] ?? ''}/MCID ${mark.number}>>`,
    );
  }
  const [only] = items;
  return [
    `<</S/${tag.type}/P ${parent}`,
    page === undefined ? '' : `/Pg ${pages[page] ?? ''}`,
    items.length === 1 ? `/K ${only ?? ''}` : `/K[${items.join(' ')}]`,
    tag.type === 'TH' ? '/A<</O/Table/Scope/Column>>' : '',
    tag.alternative === null ? '' : `/Alt${textString(tag.alternative)}`,
    '>>',
  ].join('');
}
