import { PopupApp } from '@/components/popup/PopupApp';
import { mountPage } from '@/components/shared/mount-page';
import { readPopupStart } from '@/lib/pages/popup-start';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/popup/popup.css';

// Waiting for all data and rendering once is faster than rendering twice.
mountPage(
  'popup',
  readPopupStart().then((start) => <PopupApp start={start} />),
);
