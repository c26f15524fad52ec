import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PanelApp } from '@/components/panel/PanelApp';
import { loadCatalogue } from '@/lib/services/catalogue';
import '@/components/base.css';
import '@/components/panel/panel.css';

// The first render asks for it: the file comes while React starts.
void loadCatalogue();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PanelApp host="window" />
    </StrictMode>,
  );
}
