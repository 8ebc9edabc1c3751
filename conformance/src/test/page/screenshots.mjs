// The pictures of the documents, on request.
import { join } from 'node:path';
import { Visit } from './browser.mjs';

async function shoot({ openai }, browser, visits, path, options) {
  const at = await Visit.to(openai, browser, options);
  visits.push(at);
  await at.start('Microphone');
  await at.caption(1);
  await at.page.evaluate(() => document.activeElement.blur());
  await at.page.screenshot({ path });
}

export function screenshots(directory) {
  const shot = (name, options) => (at, browser, visits) => shoot(at, browser, visits, join(directory, name), options);
  return {
    desktop: shot('page.png', { viewport: { width: 1200, height: 1070 } }),
    dark: shot('page-dark.png', { viewport: { width: 1200, height: 1070 }, colorScheme: 'dark' }),
    phone: shot('page-phone.png', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }),
  };
}
