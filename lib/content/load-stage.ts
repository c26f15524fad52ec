/**
 * Loads a later stage of the page script into this script's isolated world, which the page's rules do not
 * affect.
 */
import { browser } from 'wxt/browser';
import { fetchStage } from '@/lib/messages/stages/fetch';
import { takeStage, type Stage, type StageName } from '@/lib/messages/stages/handover';

/** The stage; undefined if it could not be loaded, or `isWanted` returned false meanwhile. */
export async function loadStage(name: StageName, isWanted: () => boolean): Promise<Stage | undefined> {
  if (import.meta.env.FIREFOX) return (await fetchStage(name, isWanted)) ? takeStage(name) : undefined;
  await import(/* @vite-ignore */ `${browser.runtime.getURL('/')}${name}.js`);
  return takeStage(name);
}
