import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PopupApp } from '@/components/popup/PopupApp';
import { readPopupStart } from '@/lib/services/popup-start';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/popup/popup.css';

// One picture with everything in it is there sooner than a first without and a second with.
void readPopupStart().then((start) => {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <PopupApp start={start} />
    </StrictMode>,
  );
});
