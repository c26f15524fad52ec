/** The addresses of all sites. */
import { addresses as ar5iv } from './ar5iv/addresses';
import { addresses as arxiv } from './arxiv/addresses';
import { addressesIn, LINES } from './elsewhere';
import { addresses as huggingFace } from './hugging-face/addresses';

/** In the order in which their pages are shown. */
export const ADDRESSES = [arxiv, huggingFace, ar5iv, ...LINES.map(addressesIn)];
