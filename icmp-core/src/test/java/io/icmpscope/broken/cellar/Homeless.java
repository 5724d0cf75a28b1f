package io.icmpscope.broken.cellar;

/** Stands in a package that the drawing does not have. */
final class Homeless {}
