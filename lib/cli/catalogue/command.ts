/** The outcome of a catalogue command: lines for standard output and error, and the exit code. */
export interface CommandResult {
  readonly code: 0 | 1 | 2;
  readonly out: readonly string[];
  readonly err: readonly string[];
}
