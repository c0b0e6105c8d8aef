/** Operations of the Internet Printing Protocol and of CUPS (RFC 8011, 5.4.15; CUPS IPP specification). */
export const IPP_OPERATIONS = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getDefaultPrinter: 0x4001,
  getPrinters: 0x4002,
} as const;

/** Tags of values that Insaf writes (RFC 8010, 3.5.2). */
const TAGS = {
  integer: 0x21,
  enum: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
} as const;

const OPERATION_GROUP = 0x01;
const JOB_GROUP = 0x02;
const END = 0x03;
const BOOLEAN = 0x22;
const WITH_LANGUAGE = [0x35, 0x36];

export interface IppAttribute {
  readonly tag: keyof typeof TAGS;
  readonly name: string;
  readonly value: string | number | readonly string[];
}

export type IppValue = string | number | boolean;
/** What an answer says of one printer or job, by attribute; names repeated by an answer keep all of their values. */
export type IppGroup = ReadonlyMap<string, readonly IppValue[]>;

export interface IppAnswer {
  readonly status: number;
  readonly groups: readonly { readonly tag: number; readonly attributes: IppGroup }[];
}

/** A request as its bytes (RFC 8010, 3.1), without the document that may follow it. */
export function ippRequest(
  operation: number,
  operationAttributes: readonly IppAttribute[],
  jobAttributes: readonly IppAttribute[] = [],
): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0200, 0);
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(1, 4);
  const all: IppAttribute[] = [
    { tag: 'charset', name: 'attributes-charset', value: 'utf-8' },
    { tag: 'naturalLanguage', name: 'attributes-natural-language', value: 'en' },
    ...operationAttributes,
  ];
  return Buffer.concat([
    head,
    Buffer.from([OPERATION_GROUP]),
    ...all.map(attributeBytes),
    ...(jobAttributes.length === 0 ? [] : [Buffer.from([JOB_GROUP])]),
    ...jobAttributes.map(attributeBytes),
    Buffer.from([END]),
  ]);
}

function attributeBytes({ tag, name, value }: IppAttribute): Buffer {
  const values = typeof value === 'object' ? value : [value];
  // Further values of an attribute carry no name.
  return Buffer.concat(
    values.map((one, index) => oneValue(TAGS[tag], index === 0 ? name : '', one)),
  );
}

function oneValue(tag: number, name: string, value: string | number): Buffer {
  const content = typeof value === 'string' ? Buffer.from(value, 'utf8') : int32(value);
  return Buffer.concat([Buffer.from([tag]), counted(Buffer.from(name, 'utf8')), counted(content)]);
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/**
 * Reads an answer. Values that Insaf does not ask for (dates, ranges, collections) are left out.
 * @throws RangeError when it ends in the middle
 */
export function readIppAnswer(bytes: Buffer): IppAnswer {
  const status = bytes.readUInt16BE(2);
  const groups: { tag: number; attributes: Map<string, IppValue[]> }[] = [];
  let at = 8;
  let values: IppValue[] = [];
  const take = (): Buffer => {
    const length = bytes.readUInt16BE(at);
    if (at + 2 + length > bytes.length) throw new RangeError('An answer that ends in the middle');
    const taken = bytes.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    return taken;
  };
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === END) return { status, groups };
    if (tag < 0x10) {
      groups.push({ tag, attributes: new Map() });
      continue;
    }
    const name = take().toString('utf8');
    const content = take();
    if (name !== '') {
      values = [];
      groups.at(-1)?.attributes.set(name, values);
    }
    const value = valueOf(tag, content);
    if (value !== undefined) values.push(value);
  }
}

function valueOf(tag: number, content: Buffer): IppValue | undefined {
  if (tag === TAGS.integer || tag === TAGS.enum) return content.readInt32BE(0);
  if (tag === BOOLEAN) return content[0] === 1;
  if (WITH_LANGUAGE.includes(tag)) {
    const languageLength = content.readUInt16BE(0);
    return content.subarray(4 + languageLength).toString('utf8');
  }
  return tag >= 0x41 && tag <= 0x49 ? content.toString('utf8') : undefined;
}

export function firstText(group: IppGroup, name: string): string | undefined {
  const value = group.get(name)?.[0];
  return typeof value === 'string' ? value : undefined;
}

export function firstNumber(group: IppGroup, name: string): number | undefined {
  const value = group.get(name)?.[0];
  return typeof value === 'number' ? value : undefined;
}

export function texts(group: IppGroup, name: string): readonly string[] {
  return (group.get(name) ?? []).filter((value) => typeof value === 'string');
}
