import { expect, test } from 'vitest';
import config from '@/wxt.config';

test('a host that the development server adds reaches no resource, whose matches may have no path', async () => {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest depends on the browser');
  const made = await manifest({
    mode: 'development',
    command: 'serve',
    browser: 'chrome',
    manifestVersion: 3,
  });
  made.host_permissions?.push('http://localhost/list/*');
  expect(JSON.stringify(made.host_permissions)).toContain('localhost');
  expect(JSON.stringify(made.web_accessible_resources)).not.toContain('localhost');
});
