package io.icmpscope.hostile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Tests that run in a JVM of their own with {@code -Xmx64m}: the execution {@code small-heap} of Surefire in the pom. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("small-heap")
@interface SmallHeap {}
