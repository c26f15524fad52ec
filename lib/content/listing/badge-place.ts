/** Decides where a badge is placed on its entry, since layouts have free space in different places. */
import type { BadgePlace, FoundEntry } from '@/lib/sites/listings';
import type { Badge } from '@/lib/shared/listing/badge';

/** Height of a badge without a border, and the largest space above a heading that is used, in CSS pixels. */
const LINE = 15;
const BAND = 60;

interface Band {
  readonly left: number;
  readonly top: number;
}

/**
 * The free strip above a card's heading, from the card's inner corner; null if there is a picture, undefined
 * if the card is not rendered and cannot be measured.
 */
function bandOf({ mount, heading }: FoundEntry): Band | null | undefined {
  const card = mount.getBoundingClientRect();
  const text = heading?.getBoundingClientRect();
  if (!text || text.height === 0) return undefined;
  const height = text.top - card.top - mount.clientTop;
  if (height < LINE - 2 || height > BAND) return null;
  return { left: text.left - card.left - mount.clientLeft, top: Math.max(0, (height - LINE) / 2) };
}

/**
 * Positions inserted badges. In a card's corner there may be a picture, which the badge covers, or text,
 * above which it is placed; there it gets a border, and ends with the last part that fits. Everything is
 * measured before anything is written, to force one layout instead of one for each card.
 */
export function placeBadges(
  entries: readonly { readonly badge?: Badge | undefined; readonly found?: FoundEntry | undefined }[],
  place: BadgePlace,
): void {
  if (place !== 'corner') return;
  const badges = entries.flatMap(({ badge }) => badge ?? []);
  for (const badge of badges) badge.showParts(Infinity);
  const bands = entries.flatMap(({ badge, found }) => (badge ? [found && bandOf(found)] : []));
  badges.forEach((badge, index) => {
    const band = bands[index];
    if (band !== undefined) badge.setBand(band ?? undefined);
  });
  const counts = badges.map((badge) => badge.countSeen());
  badges.forEach((badge, index) => badge.showParts(counts[index] ?? Infinity));
}
