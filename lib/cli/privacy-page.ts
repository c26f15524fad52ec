/** `npm run privacy`: renders the privacy policy as a static HTML page, `.store/privacy.html`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { escapeHtml } from '@/lib/cli/demo/page';

const SOURCE = '.store/privacy.md';
const PAGE = '.store/privacy.html';

const STYLE =
  'body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; color-scheme: light dark }';

/** Renders the policy; supports only what it uses: headings, paragraphs and lists. */
export function privacyPage(markdown: string = readFileSync(SOURCE, 'utf8')): string {
  const blocks = markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => {
      if (block.startsWith('# ')) return `<h1>${escapeHtml(block.slice(2))}</h1>`;
      if (!block.startsWith('- ')) return `<p>${escapeHtml(block)}</p>`;
      const items = block.split('\n').map((line) => `<li>${escapeHtml(line.replace(/^- /, ''))}</li>`);
      return `<ul>\n${items.join('\n')}\n</ul>`;
    });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sidelight: privacy</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.join('\n')}
</main>
</body>
</html>
`;
}

if (import.meta.filename === process.argv[1]) writeFileSync(PAGE, privacyPage());
