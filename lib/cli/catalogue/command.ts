/** What a catalogue command leaves behind: lines for both streams and the exit code. */
export interface CommandResult {
  readonly code: 0 | 1 | 2;
  readonly out: readonly string[];
  readonly err: readonly string[];
}
