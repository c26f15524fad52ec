import { firstPapers } from 'virtual:first-papers';
import { showTheme } from '@/components/hooks/use-theme';
import { PopupApp } from '@/components/popup/PopupApp';
import { mountPage } from '@/components/shared/mount-page';
import { adoptDrawn } from '@/lib/pages/first-view/adopt';
import { readPopupStart } from '@/lib/pages/popup-start';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/popup/popup.css';

// Waiting for all data and rendering once is faster than rendering twice.
async function prepare() {
  const start = await readPopupStart(firstPapers);
  // Before anything is drawn: focusing the search field computes the styles, and buttons would fade to another theme.
  showTheme(start.settings.settings.theme);
  const repeat = adoptDrawn(start, firstPapers);
  // In a later task, when the app has adopted what is drawn.
  if (repeat) setTimeout(() => void repeat());
  else document.getElementById('root')?.replaceChildren();
  return <PopupApp start={start} />;
}

mountPage('popup', prepare());
