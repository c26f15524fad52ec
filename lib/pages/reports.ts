/**
 * Handing over a report of a fault: its text is copied, and the project's issue tracker is
 * opened if it has one. Nothing is sent; the user may paste the text there.
 */
import { openAddress } from '@/lib/extension/navigation';
import { copyText, type CopyOutcome } from './clipboard';

/** The longest address that every mail program takes, in UTF-16 code units. */
const LONGEST_MAIL = 1800;

/** For a mail address, a mail with as much of the report as fits; other addresses as they are. */
function addressWith(text: string, address: string): string {
  if (!address.startsWith('mailto:')) return address;
  // Half a character has no form in an address.
  const report = text.replaceAll(/\p{Surrogate}/gu, '');
  const [subject = ''] = report.split('\n', 1);
  let mail = `${address}?subject=${encodeURIComponent(subject)}&body=`;
  for (const character of report) {
    const encoded = encodeURIComponent(character);
    if (mail.length + encoded.length > LONGEST_MAIL) break;
    mail += encoded;
  }
  return mail;
}

/**
 * Copies a report and opens the place to paste it, if there is one. Must be called in a click or key handler.
 */
export async function handReport(
  text: string,
  address: string = import.meta.env.BUGS_ADDRESS ?? '',
): Promise<CopyOutcome> {
  const outcome = await copyText(text);
  if (outcome === 'copied' && address !== '') await openAddress(addressWith(text, address), 'new-tab');
  return outcome;
}
