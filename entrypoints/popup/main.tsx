import { firstPapers } from 'virtual:first-papers';
import { showTheme } from '@/components/hooks/use-theme';
import { PopupApp } from '@/components/popup/PopupApp';
import { mountPage } from '@/components/shared/mount-page';
import { readPopupStart } from '@/lib/pages/popup-start';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/popup/popup.css';

// Waiting for all data and rendering once is faster than rendering twice.
mountPage(
  'popup',
  readPopupStart(firstPapers).then((start) => {
    // Before anything is drawn: focusing the search field computes the styles, and buttons would fade to another theme.
    showTheme(start.settings.settings.theme);
    return <PopupApp start={start} />;
  }),
);
