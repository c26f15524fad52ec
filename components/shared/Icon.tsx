const STAR = 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4-2.9-2.8 4-.6z';

/**
 * Line icons on a 16-unit grid, drawn for Sidelight. Decorative: the text beside them carries the meaning.
 */
const PATHS = {
  code: 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  data: 'M3 4c0-1 2.2-1.7 5-1.7S13 3 13 4v8c0 1-2.2 1.7-5 1.7S3 13 3 12zM3 4c0 1 2.2 1.7 5 1.7S13 5 13 4M3 8c0 1 2.2 1.7 5 1.7S13 9 13 8',
  model: 'M8 1.8 13.5 5v6L8 14.2 2.5 11V5zM2.5 5 8 8.2 13.5 5M8 8.2v6',
  project:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c2 1.8 2.6 3.8 2.6 6S10 12.2 8 14C6 12.2 5.4 10.2 5.4 8S6 3.8 8 2z',
  demo: 'M4.5 3v10l8-5z',
  paper: 'M4 1.8h5L12.5 5v9.2h-8.5zM9 2v3.2h3.3M6 8h4.4M6 10.8h4.4',
  out: 'M6.5 3.5h-3v9h9v-3M9 2.8h4.2V7M13 3 7.5 8.5',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  down: 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  search: 'M7 11.8a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.6zM10.5 10.5 14 14',
  copy: 'M5.5 5.5V2.8h7.7v7.7h-2.7M2.8 5.5h7.7v7.7H2.8z',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5v3.2M8 5.2v.1',
  warning: 'M8 2.2 14.2 13H1.8zM8 6.3v3.2M8 11.3v.1',
  check: 'M3 8.5 6.5 12 13 4.5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.6',
  star: STAR,
  starred: STAR,
  library: 'M2.8 2.5h2.7v11H2.8zM5.5 2.5h2.7v11H5.5zM9.3 3.4l2.4-.7 2.7 10.3-2.4.7z',
  settings: 'M2 4.5h5M10.5 4.5H14M2 11.5h3M8.5 11.5H14M8.7 2.8v3.4M6.8 9.8v3.4',
} as const;

/** The names of all icons. */
export type IconName = keyof typeof PATHS;

/** An icon, hidden from screen readers; the text beside it must say what it means. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className={name === 'starred' ? 'icon icon-filled' : 'icon'}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The product's logo: a page, lit from its side. */
export function Mark() {
  return (
    <svg className="brand-mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path className="brand-page" d="M6 1.5h6.2c.7 0 1.3.6 1.3 1.3v10.4c0 .7-.6 1.3-1.3 1.3H6z" />
      <path className="brand-light" d="M4.2 1.5v13L1 11.6V4.4z" />
    </svg>
  );
}
