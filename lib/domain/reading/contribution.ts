/** What kind of thing a paper adds. */
import type { PaperText } from '../paper';

export function findContribution(paper: PaperText): string[] {
  return paper.title === '' ? [] : ['method'];
}
