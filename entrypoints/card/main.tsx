import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CardApp } from '@/components/card/CardApp';
import { fillGapsInFrame } from '@/lib/services/messages/frame-stand-in';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/card/card.css';

if (import.meta.env.FIREFOX) fillGapsInFrame();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <CardApp />
    </StrictMode>,
  );
}
