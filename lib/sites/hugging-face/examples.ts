/** For each of Hugging Face's rules, addresses that only it matches. */
import type { addresses } from './addresses';

/** By the rule's name. */
export const examples: Readonly<Record<keyof typeof addresses.rules, readonly string[]>> = {
  paper: [
    'https://huggingface.co/papers/2408.00714',
    'https://huggingface.co/papers/0704.0001/?from=x#community',
  ],
  papers: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers?date=2026-09-24',
    'https://huggingface.co/papers?q=memory',
    'https://huggingface.co/papers/trending',
  ],
  period: [
    'https://huggingface.co/papers/date/2026-07-10',
    'https://huggingface.co/papers/week/2026-W29',
    'https://huggingface.co/papers/month/2025-07?q=agent',
  ],
};
