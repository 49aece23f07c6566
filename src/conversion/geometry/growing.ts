// Typed arrays that grow by doubling, for what is counted only while it is read.

export class GrowingFloat64 {
  values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length++] = value;
  }

  push3(a: number, b: number, c: number): void {
    if (this.length + 3 > this.values.length) this.reserve(3);
    this.values[this.length++] = a;
    this.values[this.length++] = b;
    this.values[this.length++] = c;
  }

  reserve(extra: number): void {
    if (this.length + extra <= this.values.length) return;
    const larger = new Float64Array(Math.max(this.values.length * 2, this.length + extra));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }

  take(): Float64Array {
    return this.values.slice(0, this.length);
  }
}

export class GrowingUint32 {
  values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.#grow(1);
    this.values[this.length++] = value;
  }

  push3(a: number, b: number, c: number): void {
    if (this.length + 3 > this.values.length) this.#grow(3);
    this.values[this.length++] = a;
    this.values[this.length++] = b;
    this.values[this.length++] = c;
  }

  take(): Uint32Array {
    return this.values.slice(0, this.length);
  }

  #grow(extra: number): void {
    const larger = new Uint32Array(Math.max(this.values.length * 2, this.length + extra));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }
}
