// Controls as Angular's libraries have them: a list that opens over the page, and a date that is text in the page's own format.
import { ChangeDetectionStrategy, Component, Directive, ElementRef, Input, forwardRef, inject, signal } from '@angular/core';
import { NG_VALUE_ACCESSOR, type ControlValueAccessor } from '@angular/forms';

/** What reactive forms ask of a control. */
abstract class Control implements ControlValueAccessor {
  protected changed: (value: string) => void = () => undefined;
  protected touched: () => void = () => undefined;

  abstract writeValue(value: string): void;

  registerOnChange(changed: (value: string) => void): void {
    this.changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }
}

let made = 0;

/** Opened by a press, chosen from by a press, closed by leaving it: no input, no value that could be set. */
@Component({
  selector: 'list-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => ListBox), multi: true }],
  template: `
    <div class="select" role="combobox" tabindex="0" aria-haspopup="listbox" [attr.aria-labelledby]="labelledBy"
      [attr.aria-expanded]="isOpen()" [attr.aria-controls]="isOpen() ? list : null"
      (click)="isOpen.set(!isOpen())" (keydown.arrowdown)="isOpen.set(true)" (blur)="leave()">
      @if (value()) { <span class="select-value">{{ value() }}</span> } @else { <span class="select-placeholder">Select one</span> }
    </div>
    @if (isOpen()) {
      <div class="select-panel" role="listbox" [id]="list">
        @for (option of options; track option) {
          <div role="option" class="select-option" [attr.aria-selected]="option === value()"
            (mousedown)="$event.preventDefault()" (click)="choose(option)">{{ option }}</div>
        }
      </div>
    }`,
})
export class ListBox extends Control {
  @Input({ required: true }) options: readonly string[] = [];
  @Input({ required: true }) labelledBy = '';
  protected readonly list = `list-box-${made++}-panel`;
  protected readonly isOpen = signal(false);
  protected readonly value = signal('');

  override writeValue(value: string): void {
    this.value.set(value);
  }

  protected choose(option: string): void {
    this.value.set(option);
    this.isOpen.set(false);
    this.changed(option);
  }

  protected leave(): void {
    this.isOpen.set(false);
    this.touched();
  }
}

/** A day as DD/MM/YYYY in the field and in ISO's form in the model; what is no day is taken away when the field is left. */
@Directive({
  selector: 'input[dayText]',
  host: { '(input)': 'read()', '(blur)': 'leave()' },
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => DayText), multi: true }],
})
export class DayText extends Control {
  private readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  private day = '';

  override writeValue(value: string): void {
    this.day = value;
    this.field.value = value.split('-').reverse().join('/');
  }

  protected read(): void {
    const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(this.field.value.trim()) ?? [];
    this.day = day && month && year ? [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-') : '';
    this.changed(this.day);
  }

  protected leave(): void {
    this.writeValue(this.day);
    this.touched();
  }
}
