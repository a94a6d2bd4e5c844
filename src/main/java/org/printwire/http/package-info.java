/** The OkHttp room: one client with time limits, size caps, and redirects that keep secrets home. */
package org.printwire.http;
