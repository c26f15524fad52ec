/**
 * The colours of `components/tokens.css` (`lib/build/tokens.ts`), most as `light-dark(…)`; a test compares
 * the names with it.
 */
declare module 'virtual:tokens' {
  export const paper: string;
  export const surface: string;
  export const surfaceHover: string;
  export const line: string;
  export const lineStrong: string;
  export const ink: string;
  export const inkSoft: string;
  export const inkFaint: string;
  export const accent: string;
  export const accentStrong: string;
  export const accentSoft: string;
  export const onAccent: string;
  export const compared: string;
  export const track: string;
  export const lamp: string;
  export const lampInk: string;
  export const lampSoft: string;
  export const mark: string;
  export const danger: string;
  export const dangerSoft: string;
  export const shadow: string;
  export const shadowEdge: string;
  export const pageMark: string;
  export const onPageMark: string;
  /** The same for places that inherit no theme: a single colour each. */
  export const light: Readonly<Record<'accent' | 'line' | 'paper', string>>;
  export const dark: Readonly<Record<'accent' | 'line' | 'paper', string>>;
}
