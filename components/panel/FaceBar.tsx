import { FACES, type Face } from '@/lib/domain/face';
import type { Place } from '@/lib/services/navigation';
import { placeOfClick } from '../shared/place-of-click';
import type { PaperPage } from '@/lib/services/current-paper';

/** The letter that opens each face. */
export const FACE_KEYS: Readonly<Record<Face, string>> = { abs: 'a', pdf: 'p', html: 'h', 'hf-paper': 'f' };
const FACE_NAMES: Readonly<Record<Face, string>> = {
  abs: 'Abstract',
  pdf: 'PDF',
  html: 'HTML',
  'hf-paper': 'Hugging Face',
};

/** The paper's other faces, one click or key away; the one in front of the reader is marked. */
export function FaceBar({
  page,
  addressOf,
  onOpen,
}: {
  readonly page: PaperPage;
  readonly addressOf: (face: Face) => string;
  readonly onOpen: (face: Face, place: Place) => void;
}) {
  return (
    <nav className="faces" aria-label="Faces of this paper">
      {FACES.map((face) => (
        <a
          key={face}
          className="face"
          href={addressOf(face)}
          aria-current={face === page.kind ? 'page' : undefined}
          aria-keyshortcuts={FACE_KEYS[face]}
          title={`${FACE_NAMES[face]} (key ${FACE_KEYS[face].toUpperCase()})`}
          onClick={(event) => {
            event.preventDefault();
            onOpen(face, placeOfClick(event));
          }}
          onAuxClick={(event) => {
            if (event.button !== 1) return;
            event.preventDefault();
            onOpen(face, placeOfClick(event));
          }}
        >
          {FACE_NAMES[face]}
        </a>
      ))}
    </nav>
  );
}
