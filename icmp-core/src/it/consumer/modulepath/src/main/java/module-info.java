/** A program that is a module and uses the library. */
module consumer {
    requires io.icmpscope;
}
