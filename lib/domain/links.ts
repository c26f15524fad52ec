/**
 * The rules for links. An address that Sidelight shows is https, without credentials, on a named public host,
 * and in one spelling for each target; all addresses pass through here, whatever text, page or record they
 * come from.
 */
import type { LinkKind, Span } from './paper';

/** An address found in running text; `span` is its printed form without closing punctuation. */
interface FoundAddress {
  readonly url: string;
  readonly span: Span;
}

interface FoundLink extends FoundAddress {
  readonly kind: LinkKind;
}

/** Hosts that serve the same pages under another name: mirrors, short forms, `www`. */
const CANONICAL_HOSTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'hf-mirror.com': 'huggingface.co',
    'hfp.19830613.xyz': 'huggingface.co',
    'hf.co': 'huggingface.co',
    'export.arxiv.org': 'arxiv.org',
    'xxx.lanl.gov': 'arxiv.org',
    'dx.doi.org': 'doi.org',
  }),
);

/** Sites known by both names, for which `www.` redirects. */
const WITHOUT_WWW = new Set([
  'github.com',
  'gitlab.com',
  'huggingface.co',
  'hf-mirror.com',
  'arxiv.org',
  'doi.org',
  'zenodo.org',
]);

/** Hosts whose front page is never the address of a work. */
const NEEDS_PATH = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'huggingface.co', 'doi.org']);

/**
 * Where an address can begin: at a scheme, at a DOI announced as one, at a host that is unmistakable, or at
 * any host with a path that the text announces ("available at …"). The first group is the name of a code host
 * split by a line break. Names are limited to DNS's 63 characters, which keeps the search linear.
 */
const START = new RegExp(
  [
    String.raw`https?: ?\/\/? ?(?:((?:github|gitlab|huggingface)\. ?com?\/ ?)(?=[\w-]{1,63}\/[\w.-]))?`,
    String.raw`(?<![\w@./-])doi: ?(?=10\.\d{4,9}\/\w)`,
    String.raw`(?<![\w@./-])www\.(?=[a-z\d-]{1,63}\.)`,
    String.raw`(?<![\w@./-])(?=(?:github|gitlab)\.com\/|bitbucket\.org\/|(?:huggingface|hf)\.co\/|(?:zenodo|osf)\.(?:org|io)\/|sites\.google\.com\/)`,
    String.raw`(?<![\w@./-])(?=[a-z\d][a-z\d-]{0,62}\.(?:github|gitlab)\.io\b)`,
    String.raw`(?<=\b(?:at|via|page|site|website|link|code|demo|url|href)[\s:{(~]{1,3})(?=(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,10}\/[\w~])`,
  ].join('|'),
  'gi',
);

/** What every address has at its beginning, or in its host, at most `AHEAD` characters behind it. */
const HINT = /http|doi:|www\.|\.(?:github|gitlab)\.io|\.[a-z]{2,10}\//gi;
const AHEAD = 300;

const ADDRESS_CHARACTER = /[\w\-.~:/?#@!&*+=%()]/;
/**
 * Letters that people write in paths unencoded; the parser encodes them. Scripts without spaces between words
 * are left out, since there a letter after an address begins the next word.
 */
const FOREIGN_LETTER = /(?![\w])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]/u;
const CLOSING = /[.:!?*~&]/;
/** Sites that never have another address in a path, so that what follows a slash there was glued on. */
const SERVES_OWN_PAGES =
  /^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|huggingface\.co|hf\.co|zenodo\.org|[\w-]+\.(?:github|gitlab)\.io)\//i;
/** TeX's notations for one character of an address: `\_`, `{\_}`, `\~{}`, `$.$`, `$_$`. */
const TEX_CHARACTER = /\{\\?([_%#&~])\}|\$\\?([._~-])\$|\\([_%#&~])(?:\{\})?|\\-/y;
const MAX_LENGTH = 2000;

/**
 * Whether an address within another is part of it, as in an archive's `web.archive.org/web/2024/https://…`
 * (https://github.com/ArchiveBox/ArchiveBox/issues/1466) or a query, and not a second one after a missing
 * space. `outer` is the text before it, and the host of the outer address is at `at`.
 */
function isNested(outer: string, text: string, at: number): boolean {
  if (outer.length > MAX_LENGTH) return false;
  if (/[?=&]/.test(outer.slice(-1))) return true;
  const host = outer.slice(0, outer.indexOf('/') + 1);
  return outer.endsWith('/') && !SERVES_OWN_PAGES.test(outer) && !text.startsWith(host, at);
}

/**
 * The printed address that continues at `from` after `head`, with TeX removed; `end` excludes closing
 * punctuation.
 */
function readAddress(
  text: string,
  from: number,
  head: string,
): { raw: string; end: number; broken: boolean } {
  let raw = '';
  let kept = 0;
  let end = from;
  let open = 0;
  let at = from;
  while (at < text.length) {
    let character = text.charAt(at);
    let width = 1;
    if (character === '\\' || character === '{' || character === '$') {
      TEX_CHARACTER.lastIndex = at;
      const tex = TEX_CHARACTER.exec(text);
      if (!tex) break;
      character = tex[1] ?? tex[2] ?? tex[3] ?? '';
      width = tex[0].length;
    } else if (character === '˜' || character === '∼') character = '~';
    else if (!ADDRESS_CHARACTER.test(character) && !FOREIGN_LETTER.test(character)) break;
    if (character === '%' && !/^[\da-f]{2}$/i.test(text.slice(at + width, at + width + 2))) break;
    if (character === '(') {
      if (CLOSING.test(raw.slice(-1))) break;
      open += 1;
    } else if (character === ')') {
      if (open === 0) break;
      open -= 1;
    }
    // A second address glued to this one: its scheme was taken for the end of this address.
    if (character === ':' && text.startsWith('//', at + width)) {
      // Longer addresses are refused anyway, and trimming a run of dots would not be linear.
      const scheme = /https?$/i.exec(raw.slice(-5))?.[0] ?? '';
      const before = raw.slice(0, raw.length - scheme.length);
      if (!scheme || !isNested(head + before, text, at + width + 2)) {
        const own = raw.length > MAX_LENGTH ? raw : before.replace(/[.:!?*~&]+$/, '');
        return { raw: own, end: at - (raw.length - own.length), broken: false };
      }
    }
    raw += character;
    at += width;
    if (!CLOSING.test(character)) [kept, end] = [raw.length, at];
  }
  raw = raw.slice(0, kept);
  // Truncated by an ellipsis, by a macro within a segment, or by a hyphen at the end of a line: not the
  // address that was meant.
  const macro = text.charAt(at) === '\\' && /^[a-z]/i.test(text.charAt(at + 1)) && /[/-]$/.test(raw);
  const line = raw.endsWith('-') && end === at && /^\s\w/.test(text.slice(at, at + 2));
  return { raw, end, broken: macro || line || text.charAt(at) === '…' };
}

/** The canonical spelling of an address; undefined if the rules refuse it. `raw` has no scheme. */
function canonical(raw: string, wasHttp: boolean): string | undefined {
  const url = raw.length > MAX_LENGTH ? null : URL.parse(`https://${raw}`);
  if (!url || url.username || url.password || (url.port && wasHttp)) return undefined;
  // A public name: dotted, ending in letters (not an IP address), without punycode that could imitate
  // another.
  if (!/^(?:[a-z\d_-]{1,63}\.)+[a-z]{2,63}$/.test(url.hostname) || /(?:^|\.)xn--/.test(url.hostname))
    return undefined;
  const bare = url.hostname.replace(/^www\./, '');
  const host = WITHOUT_WWW.has(bare) ? bare : url.hostname;
  const canonicalHost = CANONICAL_HOSTS.get(host) ?? host;
  // Setting it parses the address again.
  if (canonicalHost !== url.hostname) url.hostname = canonicalHost;
  if (NEEDS_PATH.has(url.hostname) && url.pathname.length < 2) return undefined;
  // The parser adds a slash to a host alone; the printed form is kept.
  return /[/?#]/.test(raw) ? url.href : url.href.slice(0, -1);
}

/** The next match of `START` from `from` on, which is tried only near a hint: most of a text has none. */
function nextStart(text: string, from: number): RegExpExecArray | null {
  HINT.lastIndex = from;
  const hint = HINT.exec(text);
  if (!hint) return null;
  START.lastIndex = Math.max(from, hint.index - AHEAD);
  return START.exec(text);
}

/** All addresses in `text` in reading order, with repeats; used by both exported functions. */
function* scanLinks(text: string): Generator<FoundAddress> {
  let from = 0;
  for (let start = nextStart(text, from); start; start = nextStart(text, from)) {
    const isDoi = /^doi/i.test(start[0]);
    const scheme = isDoi || /^http/i.test(start[0]) ? start[0] : '';
    const head = isDoi ? 'doi.org/' : (start[1]?.replaceAll(' ', '') ?? '');
    const { raw, end, broken } = readAddress(text, start.index + scheme.length, head);
    const whole = head + raw;
    const url = broken || !raw ? undefined : canonical(whole, /^http:/i.test(scheme));
    if (url !== undefined) yield { url, span: { start: start.index, end } };
    from = Math.max(end, start.index + Math.max(1, start[0].length));
  }
}

/** The same for addresses with the same target: without trailing slash, `.git` and case. */
function targetOf(url: string): string {
  return url.replace(/(?:\.git)?\/?$/, '').toLowerCase();
}

/**
 * Parses one address that stands alone, cleaned of what text and TeX leave around it (`\url{…}`, brackets,
 * closing dots, a doubled copy). Undefined for everything that the rules refuse: other schemes, credentials,
 * IP addresses, hosts without a dot, the front page of a code host.
 */
export function parseLink(text: string): string | undefined {
  const bare = text.slice(0, 2 * MAX_LENGTH).replace(/^(?:\\url|\\href|[\s<({["'`])+/, '');
  const first = scanLinks(bare).next();
  return first.done || first.value.span.start > 0 ? undefined : first.value.url;
}

/**
 * Finds the addresses of code, data, models, projects and demos in running text: with or without scheme, in
 * `\url{}`, `\href{}{}`, Markdown or footnotes. Each target once, at its first mention. Addresses of papers
 * (DOIs, arXiv) and licences are left out, since they are citations.
 */
export function findLinks(text: string): FoundLink[] {
  const seen = new Set<string>();
  const links: FoundLink[] = [];
  for (const { url, span } of scanLinks(text)) {
    const target = targetOf(url);
    if (seen.has(target) || url.startsWith('https://creativecommons.org/')) continue;
    const kind = linkKind(url);
    if (kind === 'paper') continue;
    seen.add(target);
    links.push({ url, kind, span });
  }
  return links;
}

/**
 * Prefixes of DOIs under which papers are registered: old four-digit ones are publishers' (except KiltHub's
 * 1184), and so are those of ACL, ISCA, IJCAI, PeerJ, IGI, SciTePress, ACM and arXiv. All others belong to
 * data repositories.
 */
const PAPER_DOI = String.raw`/10\.(?:(?!1184)[1-4]\d{3}|5220|5555|7717|18653|21437|24963|48550)/`;

/** The kind of an address by its host and path; the first rule that matches decides. */
const KIND_RULES: readonly (readonly [kind: LinkKind, host: RegExp, path?: RegExp])[] = [
  ['data', /^huggingface\.co$/, /^\/datasets\//],
  ['demo', /^huggingface\.co$/, /^\/spaces\//],
  ['paper', /^huggingface\.co$/, /^\/papers\//],
  ['project', /^huggingface\.co$/, /^\/(?:blog|docs)\b/],
  ['model', /^huggingface\.co$/],
  ['project', /^github\.com$/, /^\/[^/]+\/[^/]*(?:awesome|survey)/i],
  [
    'code',
    /^(?:gist\.)?github\.com$|^raw\.githubusercontent\.com$|^git\.io$|^(?:[^.]+\.)*(?:[^.]+-)?git(?:lab|ee)?\.[^.]+/,
  ],
  [
    'code',
    /^bitbucket\.org$|^codeberg\.org$|\.4open\.science$|^(?:test\.)?pypi\.org$|^hub\.docker\.com$|r-project\.org$/,
  ],
  ['data', /^(?:www\.)?modelscope\.cn$/, /^\/datasets\//],
  ['model', /^(?:www\.)?modelscope\.cn$/],
  ['demo', /\.hf\.space$|\.streamlit\.app$|\.gradio\.(?:app|live)$|^colab\.research\.google\.com$/],
  ['demo', /^(?:(?:www|m)\.)?youtube\.com$|^youtu\.be$|^(?:player\.)?vimeo\.com$/],
  ['paper', /^doi\.org$/, new RegExp(`^${PAPER_DOI}`)],
  ['data', /^doi\.org$/],
  // A DOI at a publisher's own address.
  ['paper', /./, new RegExp(String.raw`^(?:/[\w-]{1,20}){0,3}${PAPER_DOI}`)],
  [
    'paper',
    /^(?:www\.)?(?:nature|sciencedirect)\.com$|^(?:link\.springer|ieeexplore\.ieee|(?:www\.)?melba-journal)\.(?:com|org)$/,
  ],
  ['paper', /(?:^|\.)arxiv\.org$|(?:^|\.)openreview\.net$|^aclanthology\.org$|^openaccess\.thecvf\.com$/],
  ['data', /(?:^|\.)(?:zenodo|physionet|datadryad|synapse|openneuro|cancerimagingarchive)\.(?:org|net)$/],
  [
    'data',
    /(?:^|\.)(?:figshare|box|dropbox)\.com$|^osf\.io$|^ieee-dataport\.org$|dataverse|^data\.|^datasets?\./,
  ],
  ['data', /^drive\.google\.com$|^pan\.baidu\.com$/],
  ['data', /^(?:www\.)?kaggle\.com$/, /^\/datasets\//],
  ['data', /./, /^\/datasets?(?:\/|$)/i],
];

/**
 * What kind of thing an address leads to; `project` if its host does not show it. The address must have passed
 * the rules.
 */
export function linkKind(url: string): LinkKind {
  const parsed = URL.parse(url);
  if (!parsed) return 'project';
  const { hostname, pathname } = parsed;
  return (
    KIND_RULES.find(([, host, path]) => host.test(hostname) && (!path || path.test(pathname)))?.[0] ??
    'project'
  );
}
