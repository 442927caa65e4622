// The application form in Angular: reactive fields that take their value late or change it, and two of a template's own.
// Nothing is drawn anew unless an event of a control says so.
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { FormControl, FormGroup, FormsModule, ReactiveFormsModule } from '@angular/forms';
import { COUNTRIES, HEARD, PARSED, QUESTIONS, missing, nothing, regionsOf, send } from './application.js';
import { ListBox, DayText } from './angular_widgets.ts';
import { faults, parseResume } from './page.js';

const LATE = { nonNullable: true, updateOn: 'blur' } as const;
const AT_ONCE = { nonNullable: true } as const;

let drawn = 0;

@Component({
  selector: 'application-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FormsModule, ReactiveFormsModule, ListBox, DayText],
  template: `
    @if (isSent()) {
      <section role="status" class="notice">
        <h2>Thank you for applying!</h2>
        <p>Your application has been received.</p>
      </section>
    } @else {
      <form id="application" [formGroup]="form" (ngSubmit)="submit()" (input)="touch($event)">
        <h2>Apply for this position</h2>
        @if (errors().length) {
          <div class="alert" role="alert"><ul>@for (error of errors(); track error) { <li>{{ error }}</li> }</ul></div>
        }
        @for (field of fields(); track field.key) {
          @let id = 'field-input-' + field.number;
          <div class="field" [attr.data-field]="field.name">
            @switch (field.name) {
              @case ('authorized') {
                <fieldset>
                  <legend>{{ field.label }}</legend>
                  @for (answer of ['Yes', 'No']; track answer) {
                    <label class="choice"><input type="radio" formControlName="authorized" [value]="answer"> {{ answer }}</label>
                  }
                </fieldset>
              }
              @case ('resume') {
                <span class="label">{{ field.label }}</span>
                <div class="dropzone" (dragover)="$event.preventDefault()" (drop)="$event.preventDefault(); take($event.dataTransfer?.files)">
                  @if (resume(); as file) {
                    <p>{{ file.name }} <button type="button" (click)="resume.set(null)">Remove</button></p>
                  } @else {
                    <p>Drop your file here, or <button type="button" (click)="upload.click()">choose one</button></p>
                    <input #upload class="visually-hidden" type="file" tabindex="-1" (change)="take(upload.files)">
                  }
                </div>
              }
              @case ('privacy') {
                <label class="choice">
                  <input type="checkbox" [(ngModel)]="privacy" [ngModelOptions]="{ standalone: true }"> {{ field.label }}
                </label>
              }
              @case ('heard') {
                <span class="label" [id]="id + '-label'">{{ field.label }}</span>
                <list-box formControlName="heard" [options]="heard" [labelledBy]="id + '-label'" />
              }
              @default {
                <label [attr.for]="id">{{ field.label }}</label>
                @switch (field.name) {
                  @case ('country') {
                    <select formControlName="country" [id]="id">
                      <option value="">Please choose</option>
                      @for (country of countries; track country) { <option [value]="country">{{ country }}</option> }
                    </select>
                  }
                  @case ('region') {
                    <select formControlName="region" [id]="id">
                      <option value="">Please choose</option>
                      @for (region of regions(); track region) { <option [ngValue]="region">{{ region }}</option> }
                    </select>
                  }
                  @case ('start_date') { <input dayText type="text" placeholder="DD/MM/YYYY" formControlName="start_date" [id]="id"> }
                  @case ('notice') {
                    <textarea rows="2" [id]="id" [(ngModel)]="notice" [ngModelOptions]="{ standalone: true, updateOn: 'blur' }"></textarea>
                  }
                  @case ('email') { <input type="email" formControlName="email" [id]="id"> }
                  @case ('phone') { <input type="tel" formControlName="phone" [id]="id"> }
                  @case ('first_name') { <input type="text" formControlName="first_name" [id]="id"> }
                  @default { <input type="text" formControlName="last_name" [id]="id"> }
                }
              }
            }
          </div>
        }
        <button type="submit" [disabled]="isSending()">Send application</button>
      </form>
    }`,
})
export class ApplicationForm {
  protected readonly countries = COUNTRIES;
  protected readonly heard = HEARD;
  protected readonly form = new FormGroup({
    first_name: new FormControl('', LATE),
    last_name: new FormControl('', AT_ONCE),
    email: new FormControl('', AT_ONCE),
    phone: new FormControl('', AT_ONCE),
    country: new FormControl('', AT_ONCE),
    region: new FormControl({ value: '', disabled: true }, AT_ONCE),
    authorized: new FormControl('', AT_ONCE),
    start_date: new FormControl('', LATE),
    heard: new FormControl('', AT_ONCE),
  });
  protected privacy = false;
  protected notice = '';
  protected readonly resume = signal<File | null>(null);
  protected readonly regions = signal<readonly string[]>([]);
  protected readonly errors = signal<readonly string[]>([]);
  protected readonly isSending = signal(false);
  protected readonly isSent = signal(false);
  protected readonly fields = signal(LABELS.map(([name, label]) => fieldOf(name, label)));

  constructor() {
    const { country, email, last_name, phone } = this.form.controls;
    this.normalise(last_name, (value) => value.replace(/\s+/g, ' ').trimStart());
    this.normalise(email, (value) => value.trim().toLowerCase());
    this.normalise(phone, (value) => value.replace(/[^\d+]/g, ''));
    country.valueChanges.subscribe((value) => void this.offerRegions(value));
  }

  /** The control holds, and the field shows, what the form has made of what was entered. */
  private normalise(control: FormControl<string>, made: (value: string) => string): void {
    control.valueChanges.subscribe((value) => {
      if (made(value) !== value) control.setValue(made(value), { emitEvent: false });
    });
  }

  private async offerRegions(country: string): Promise<void> {
    const { region } = this.form.controls;
    region.reset();
    region.disable();
    this.regions.set([]);
    const found = await regionsOf(country);
    if (this.form.controls.country.value !== country) return;
    this.regions.set(found);
    if (found.length > 0) region.enable();
  }

  /** With the fault `rerender` each input gives every field but the one in use new nodes; their values stay. */
  protected touch({ target }: Event): void {
    if (!('rerender' in faults)) return;
    const used = (target as Element).closest('[data-field]')?.getAttribute('data-field');
    this.fields.update((fields) => fields.map((field) => (field.name === used ? field : fieldOf(field.name, field.label))));
  }

  protected take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (!file) return;
    this.resume.set(file);
    void parseResume((parsed: typeof PARSED) => { this.form.patchValue(parsed); }, PARSED);
  }

  protected async submit(): Promise<void> {
    const { privacy, notice } = this;
    const values = { ...nothing(), ...this.form.getRawValue(), privacy, notice, resume: this.resume() };
    this.errors.set(missing(values));
    if (this.errors().length > 0) return;
    this.isSending.set(true);
    this.errors.set(await send(values));
    this.isSending.set(false);
    if (this.errors().length > 0) return;
    history.pushState(null, '', `${location.pathname}/thanks`);
    this.isSent.set(true);
  }
}

const LABELS = [
  ['first_name', 'First name *'],
  ['last_name', 'Last name *'],
  ['email', 'Email *'],
  ['phone', 'Phone'],
  ['country', 'Country *'],
  ['region', 'State or region *'],
  ['authorized', `${QUESTIONS.authorized} *`],
  ['start_date', 'Earliest start date'],
  ['heard', QUESTIONS.heard],
  ['notice', QUESTIONS.notice],
  ['resume', 'Résumé *'],
  ['privacy', QUESTIONS.privacy],
] as const;

/** Ids are counted up, as Angular's libraries do: they are others each time that a field is drawn. */
function fieldOf(name: string, label: string) {
  drawn += 1;
  return { name, label, number: drawn, key: `${name}:${drawn}` };
}
