import { CardApp } from '@/components/card/CardApp';
import { mountPage } from '@/components/shared/mount-page';
import { fillGapsInFrame } from '@/lib/pages/firefox-frame-api';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/card/card.css';

if (import.meta.env.FIREFOX) fillGapsInFrame();
mountPage('card', <CardApp />);
