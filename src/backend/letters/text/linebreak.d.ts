declare module 'linebreak' {
  export interface Break {
    readonly position: number;
    readonly required: boolean;
  }
  /** Line break opportunities of a string (UAX #14). */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
