import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PopupApp } from '@/components/popup/PopupApp';
import { loadCatalogue } from '@/lib/services/catalogue';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/popup/popup.css';

// The first render asks for it: the file comes while React starts.
void loadCatalogue();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PopupApp />
    </StrictMode>,
  );
}
