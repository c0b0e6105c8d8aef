/** The truth files are JSON of many shapes; this walks them without claiming one. */
export class Truth {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
  get(key: string): Truth {
    const { value } = this;
    return new Truth(
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    );
  }
  get text(): string | null {
    return typeof this.value === 'string' && this.value.trim() !== '' ? this.value.trim() : null;
  }
  get number(): number {
    return typeof this.value === 'number' ? this.value : Number.NaN;
  }
  get list(): Truth[] {
    return Array.isArray(this.value) ? this.value.map((item) => new Truth(item)) : [];
  }
  get entries(): [string, Truth][] {
    return Object.entries(this.value ?? {}).map(([key, value]) => [key, new Truth(value)]);
  }
  get isMissing(): boolean {
    return this.value === undefined || this.value === null;
  }
}
