import { CardApp } from '@/components/card/CardApp';
import { mountPage } from '@/components/shared/mount-page';
import { fillGapsInFrame } from '@/lib/pages/frame-stand-in';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/card/card.css';

if (import.meta.env.FIREFOX) fillGapsInFrame();
mountPage('card', <CardApp />);
