import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Visit } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const SMALLEST_TARGET = 44;

async function visit(url, browser, visits, options) {
  visits.push(await Visit.to(url, browser, options));
  return visits.at(-1);
}

export async function expectAccessible(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
    [],
  );
}

async function expectNoSidewaysScroll(page) {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
}

export const looks = {
  async passesAccessibilityCheck({ openai }, browser, visits) {
    for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { viewport: PHONE }]) {
      const at = await visit(openai, browser, visits, { reducedMotion: 'reduce', ...options });
      await expectAccessible(at.page);
      await at.start('Sample sentence');
      await at.caption();
      await expectAccessible(at.page);
      await at.state('closed');
      await expectAccessible(at.page);
      await at.expectNothingAmiss();
    }
  },

  async fitsOnPhone({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits, { viewport: PHONE, hasTouch: true, isMobile: true });
    await expectNoSidewaysScroll(at.page);
    await at.start('Sample sentence');
    await at.page.getByRole('button', { name: 'Stop' }).waitFor();
    await at.caption();
    assert.ok(
      await at.page
        .locator('#captions p')
        .first()
        .evaluate((line) => line.getBoundingClientRect().top < innerHeight),
      'captions are out of sight',
    );
    await at.state('closed');
    for (const tab of await at.page.getByRole('tab').all()) {
      await tab.click();
      await expectNoSidewaysScroll(at.page);
    }
    const small = await at.page
      .locator('button, input, select, nav a, summary')
      .evaluateAll(
        (controls, smallest) =>
          controls.filter((control) => control.getBoundingClientRect().height < smallest).map((control) => control.outerHTML),
        SMALLEST_TARGET,
      );
    assert.deepEqual(small, []);
    await at.expectNothingAmiss();
  },

  async worksWithKeyboardOnly({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    const press = (key) => at.page.keyboard.press(key);
    const focused = () => at.page.evaluate(() => document.activeElement.id || document.activeElement.value);
    await press('Tab');
    assert.equal(await at.page.evaluate(() => document.activeElement.textContent), 'Skip to the captions');
    while ((await focused()) !== 'microphone') {
      await press('Tab');
    }
    await press('ArrowRight');
    assert.equal(await focused(), 'sample');
    while ((await focused()) !== 'start') {
      await press('Tab');
    }
    assert.notEqual(await at.page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
    await press('Enter');
    await at.caption();
    await at.state('closed');
    while ((await focused()) !== 'tab-curl') {
      await press('Tab');
    }
    await press('ArrowRight');
    assert.equal(await focused(), 'tab-browser');
    await press('ArrowRight');
    assert.equal(await focused(), 'tab-javascript');
    await at.page.locator('#code').filter({ hasText: 'new WebSocket(url' }).waitFor();
    await at.expectNothingAmiss();
  },

  async respectsReducedMotion({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits, { reducedMotion: 'reduce' });
    await at.start('Microphone');
    await at.state('listening');
    assert.equal(await at.page.evaluate(() => document.getAnimations().length), 0);
    await at.stop();
    await at.state('closed');
    await at.expectNothingAmiss();
  },

  async runsOnlyItsOwnScripts({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    const ran = await at.page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'window.inlineRan = true';
      document.body.append(inline);
      const foreign = document.createElement('script');
      const failed = new Promise((resolve) => (foreign.onerror = () => resolve('blocked')));
      foreign.src = 'https://example.org/x.js';
      document.body.append(foreign);
      return [window.inlineRan ?? 'blocked', await failed];
    });
    assert.deepEqual(ran, ['blocked', 'blocked']);
    assert.ok(
      at.problems.length > 0 && at.problems.every((problem) => /Content Security Policy|csp/.test(problem)),
      at.problems.join('\n'),
    );
  },

  async codeFollowsSettings({ openai }, browser, visits) {
    const at = await visit(openai, browser, visits);
    await at.page.getByLabel('Model or deployment').fill("o'clock");
    await at.page.locator('#code').filter({ hasText: "o'\\''clock" }).waitFor();
    await at.page.getByLabel('Turn detection').selectOption('vendor');
    for (const name of ['Browser', 'JavaScript', 'Python', 'Java']) {
      await at.page.getByRole('tab', { name, exact: true }).click();
      await at.page.locator('#code').filter({ hasText: "o'clock" }).waitFor();
      const code = await at.page.locator('#code').textContent();
      assert.match(code, /server_vad/);
      assert.ok(code.includes(new URL(openai).origin));
      assert.ok(!/\{\{|@page|@vendor/.test(code), code);
    }
    assert.deepEqual(at.problems, []);
  },
};
