// usage: node console.mjs FLOW URL SCHEME WIDTH OUT [TOKEN]    Walks through the console as people do; says what was wrong and fails.

import { walk } from './browser.mjs';
import * as faults from './faults.mjs';
import { expect, gone, heading, signIn } from './steps.mjs';

const [flow, url, scheme, width, out, token] = process.argv.slice(2);

async function manage(page, look) {
  await heading(page, 'Sign in');
  await look('sign-in');
  await signIn(page, 'nonsense');
  await page.getByRole('alert').getByText('This is not a token').waitFor();
  await look('no-token');
  await signIn(page, token);
  await page.getByText('There is no credential yet.').waitFor();
  await look('empty');
  await add(page, look);
  await change(page, look);
  await find(page, look);
  await remove(page, look);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await heading(page, 'Sign in');
  await expect((await page.evaluate(() => sessionStorage.length + localStorage.length + document.cookie.length)) === 0, 'something is left behind');
}

async function add(page, look) {
  await page.getByRole('link', { name: 'Add a credential' }).click();
  await heading(page, 'New credential');
  await page.getByText('aws iam create-role').waitFor();
  await look('new');
  await page.getByRole('button', { name: 'Add the credential' }).click();
  await page.getByText('must be an IAM role ARN').waitFor();
  await expect(await page.getByLabel('Name').evaluate((input) => input === document.activeElement && input.getAttribute('aria-invalid') === 'true'), 'the first wrong field has not the focus');
  await look('refused');
  await page.getByLabel('Name').fill('Production');
  await page.getByLabel('Role', { exact: true }).fill('arn:aws:iam::123456789012:role/Keystead');
  await page.getByLabel('Comments').fill('<b>All</b> of the shop');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Production', exact: true }).waitFor();
  for (const [cloud, step, fields] of [
    ['Microsoft Azure', 'az ad app create', { Name: 'Billing', Tenant: 'contoso.com', 'Client id': '6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60', Key: 'not-a-real-secret' }],
    ['Google Cloud', 'gcloud', { Name: 'Analytics', Project: 'acme-analytics' }],
  ]) {
    await page.getByRole('link', { name: 'Add a credential' }).click();
    await page.getByText(cloud, { exact: true }).click();
    await page.getByText(step).first().waitFor();
    for (const [label, value] of Object.entries(fields)) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }
    await look(`new-${fields.Name}`);
    await page.getByRole('button', { name: 'Add the credential' }).click();
    await page.getByRole('link', { name: fields.Name, exact: true }).waitFor();
  }
  await expect(await page.getByText('<b>All</b> of the shop').isVisible(), 'comments are not shown as text');
  await look('list');
}

async function change(page, look) {
  await page.getByRole('link', { name: 'Billing', exact: true }).click();
  await heading(page, 'Billing');
  await expect((await page.getByLabel('Key').inputValue()) === '', 'a secret is shown');
  await expect(!(await page.content()).includes('not-a-real-secret'), 'a secret is in the page');
  await look('edit');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await sessionOf(page, other);
  await page.getByRole('textbox', { name: 'Name' }).fill('Invoices');
  await page.getByLabel('Reason for the change').fill('A better name');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Invoices', exact: true }).waitFor();
  await other.getByRole('textbox', { name: 'Name' }).fill('Bills');
  await other.getByRole('button', { name: 'Save' }).click();
  await other.getByText('Somebody else changed this credential').waitFor();
  await look('changed-meanwhile', other);
  await other.close();
  await page.getByRole('link', { name: 'History of Invoices' }).click();
  await heading(page, 'History');
  await page.getByText('A better name').waitFor();
  await look('history');
  await page.goBack();
}

/** Another tab has a storage of its own. */
async function sessionOf(page, other) {
  const stored = await page.evaluate(() => sessionStorage.getItem('keystead.token'));
  await other.evaluate((kept) => sessionStorage.setItem('keystead.token', kept), stored);
  await other.reload();
  await heading(other, 'Billing');
}

async function find(page, look) {
  await page.getByRole('searchbox', { name: 'Name begins with' }).fill('Prod');
  await gone(page.getByRole('link', { name: 'Invoices', exact: true }));
  await page.getByRole('searchbox', { name: 'Name begins with' }).fill('nobody');
  await page.getByText('No credential fits.').waitFor();
  await look('nothing-fits');
  await page.getByRole('searchbox', { name: 'Name begins with' }).fill('');
  await page.getByLabel('Cloud').selectOption('gcp');
  await gone(page.getByRole('link', { name: 'Production', exact: true }));
  await page.getByRole('link', { name: 'Analytics', exact: true }).waitFor();
  await page.getByLabel('Cloud').selectOption('');
  await page.getByRole('link', { name: 'Production', exact: true }).waitFor();
}

async function remove(page, look) {
  const button = page.getByRole('button', { name: 'Remove Analytics' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Remove Analytics?' }).waitFor();
  await look('remove');
  await page.keyboard.press('Escape');
  await gone(page.getByRole('dialog'));
  await button.click();
  await page.getByLabel('Reason').fill('The project was closed');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await gone(page.getByRole('link', { name: 'Analytics', exact: true }));
  await page.getByRole('link', { name: 'History', exact: true }).first().click();
  await page.getByText('The project was closed').waitFor();
}

/** An organisation with more credentials than a page holds. */
async function turnPages(page, look) {
  await signIn(page, token);
  await page.getByText('Page 1').waitFor();
  await expect((await page.getByRole('row').count()) === 26, 'a page has not 25 rows');
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('Page 2').waitFor();
  await page.getByRole('link', { name: 'Account 30', exact: true }).waitFor();
  await look('second-page');
  await page.getByRole('button', { name: 'Previous page' }).click();
  await page.getByText('Page 1').waitFor();
  await page.getByRole('link', { name: 'Account 01', exact: true }).waitFor();
}

/** At the identity provider, and back when the session has ended. */
async function signInElsewhere(page, look) {
  await heading(page, 'Sign in');
  await look('provider');
  await page.getByRole('button', { name: /^Sign in with / }).click();
  await heading(page, 'Credentials');
  await expect(new URL(page.url()).search === '', 'the code stays in the address');
  await page.evaluate(() => sessionStorage.setItem('keystead.token', 'a.e30.b'));
  await page.reload();
  await page.goto(`${url}#/acme`);
  await page.getByText('Your session has ended').waitFor();
  await look('ended');
}

const flows = { manage, turnPages, signInElsewhere, ...faults };
const problems = await walk({ url, scheme, width: Number(width), out }, (page, look) => flows[flow](page, look, { token }));
problems.forEach((problem) => console.log(problem));
process.exit(problems.length === 0 ? 0 : 1);
