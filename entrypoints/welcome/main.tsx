import { WelcomeApp } from '@/components/welcome/WelcomeApp';
import { mountPage } from '@/components/shared/mount-page';
import '@/components/base.css';
import '@/components/panel/panel.css';
import '@/components/card/card.css';
import '@/components/popup/popup.css';
import '@/components/welcome/welcome.css';

mountPage('welcome', <WelcomeApp />);
