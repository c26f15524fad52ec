import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PanelApp } from '@/components/panel/PanelApp';
import { fillGapsInFrame } from '@/lib/services/frame-stand-in';
import '@/components/panel/panel.css';

if (import.meta.env.FIREFOX) fillGapsInFrame();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PanelApp host="frame" />
    </StrictMode>,
  );
}
