import { PopupApp } from '@/components/popup/PopupApp';
import { mountPage } from '@/components/shared/mount-page';
import { readPopupStart } from '@/lib/pages/popup-start';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/popup/popup.css';

// One picture with everything in it is there sooner than a first without and a second with.
mountPage(
  'popup',
  readPopupStart().then((start) => <PopupApp start={start} />),
);
