/** Loading a later stage of the page script into this script's own world, where the page's rules do not matter. */
import { browser } from 'wxt/browser';
import { fetchStage } from '@/lib/messages/stages/fetch';
import { takeStage, type Stage, type StageName } from '@/lib/messages/stages/handover';

/** The stage; undefined where it did not come, or `isWanted` turned false meanwhile. */
export async function loadStage(name: StageName, isWanted: () => boolean): Promise<Stage | undefined> {
  if (import.meta.env.FIREFOX) return (await fetchStage(name, isWanted)) ? takeStage(name) : undefined;
  await import(/* @vite-ignore */ `${browser.runtime.getURL('/')}${name}.js`);
  return takeStage(name);
}
